// The diagrams of Markdown pages, read by Mermaid's own parser: node read_mermaid.mjs PACKAGE FILE...
// Prints "FILE: N diagrams" for each, and what the parser says of those that it refuses; exit status 1 then.
import { readFileSync } from "node:fs";

const [folder, ...files] = process.argv.slice(2);
const { default: mermaid } = await import(`${folder}/dist/mermaid.esm.min.mjs`);
let refused = 0;
for (const file of files) {
  const diagrams = [...readFileSync(file, "utf8").matchAll(/^(`{3,})mermaid\n(.*?)^\1$/gms)].map((match) => match[2]);
  for (const text of diagrams) {
    try {
      await mermaid.parse(text);
    } catch (error) {
      refused++;
      console.log(`${file}: ${error.message}`);
    }
  }
  console.log(`${file}: ${diagrams.length} diagram${diagrams.length === 1 ? "" : "s"}`);
}
process.exit(refused > 0 ? 1 : 0);
