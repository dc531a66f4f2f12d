// Runs a pg_dump that was compiled to WebAssembly against any server: node dump.mjs MODULE, for dump.py
//
// The module was made for a database within JavaScript, which it is handed as an object; this one hands the bytes of the
// protocol on to descriptor 3, a socket to the server. Each line of standard input is a request, the arguments of pg_dump
// in JSON; the answer is a line of JSON: {"dump": "..."} or {"error": "..."}.
import fs from 'node:fs'
import readline from 'node:readline'

const SERVER = 3
const { pgDump } = await import(process.argv[2])

// Everything up to ReadyForQuery, the end of the server's answer (manual, 55.7); pg_dump waits for nothing less.
function answer() {
    let bytes = Buffer.alloc(0), at = 0
    for (;;) {
        const chunk = Buffer.alloc(65536)
        const length = fs.readSync(SERVER, chunk, 0, chunk.length, null)
        if (length === 0)
            return bytes
        bytes = Buffer.concat([bytes, chunk.subarray(0, length)])
        while (at + 5 <= bytes.length && at + 1 + bytes.readUInt32BE(at + 1) <= bytes.length) {
            const type = String.fromCharCode(bytes[at])
            at += 1 + bytes.readUInt32BE(at + 1)
            if (type === 'Z' && at === bytes.length)
                return bytes
        }
    }
}

// What stands in front of the first byte of a message: its type, except before the first of all (manual, 55.7).
function lengthOf(bytes) {
    const type = bytes[0] === 0 ? 0 : 1
    return bytes.length < type + 4 ? Infinity : type + bytes.readUInt32BE(type)
}

// libpq sends a long message in pieces: there is no answer to the first of them.
let begun = Buffer.alloc(0)
function isWhole(piece) {
    begun = Buffer.concat([begun, piece])
    while (begun.length > 0 && lengthOf(begun) <= begun.length)
        begun = begun.subarray(lengthOf(begun))
    return begun.length === 0
}

const database = {
    query: async () => ({ rows: [{ search_path: '' }] }),
    exec: async () => {},
    execProtocolRawStream(bytes, { onRawData }) {
        const message = Buffer.from(bytes)
        for (let sent = 0; sent < message.length;)
            sent += fs.writeSync(SERVER, message, sent)
        const ends = begun.length === 0 && message[0] === 'X'.charCodeAt(0)
        if (isWhole(message) && !ends)
            onRawData(answer())
    },
}

for await (const line of readline.createInterface({ input: process.stdin })) {
    let result
    begun = Buffer.alloc(0)
    try {
        result = { dump: await (await pgDump({ pg: database, args: JSON.parse(line) })).text() }
    } catch (error) {
        result = { error: String(error.message ?? error) }
    }
    fs.writeSync(1, JSON.stringify(result) + '\n')
}
