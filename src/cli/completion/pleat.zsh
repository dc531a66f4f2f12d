#compdef pleat
# Completion of pleat for zsh: source <(pleat completion zsh), or a file _pleat in $fpath.
_pleat() {
    local line name
    local -a described plain
    for line in "${(@f)$("${words[1]}" __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        name=${line%%$'\t'*}
        case $name in
            '') ;;
            :files) _files ;;
            :directories) _files -/ ;;
            *:) plain+=("$name") ;;
            *) described+=("${name//:/\\:}:${${line#$name}#$'\t'}") ;;
        esac
    done
    (( ${#described} == 0 )) || _describe -V pleat described
    (( ${#plain} == 0 )) || compadd -S '' -a plain
}
if [[ $funcstack[1] == _pleat ]]; then
    _pleat "$@"
else
    compdef _pleat pleat
fi
