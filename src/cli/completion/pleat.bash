# Completion of pleat for bash: eval "$(pleat completion bash)", or a file of bash-completion.
_pleat() {
    local cur cword words=() name quoted IFS=$' \t\n'
    # bash takes a word apart at ":" and "=", which revisions and sources are made of
    if declare -F _get_comp_words_by_ref >/dev/null; then
        _get_comp_words_by_ref -n := cur words cword
    else
        words=("${COMP_WORDS[@]}") cword=$COMP_CWORD cur=${COMP_WORDS[COMP_CWORD]}
    fi
    COMPREPLY=()
    while IFS=$'\t' read -r name _; do
        case $name in
            :files)
                compopt -o filenames
                mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$cur")
                ;;
            :directories)
                compopt -o nospace
                mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -S / -- "$cur")
                ;;
            *)
                printf -v quoted %q "$name"
                COMPREPLY+=("$quoted")
                [[ $name != *: ]] || compopt -o nospace
                ;;
        esac
    done < <("${words[0]}" __complete -- "${words[@]:1:cword}" 2>/dev/null)
    if declare -F __ltrim_colon_completions >/dev/null; then
        __ltrim_colon_completions "$cur"
    fi
}
complete -F _pleat pleat
