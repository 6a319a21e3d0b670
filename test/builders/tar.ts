/** A TAR archive (ustar) of some files; long names as GNU writes them. */
export function buildTar(files: readonly { readonly name: string; readonly content: Uint8Array | string }[]): Buffer {
  return Buffer.concat([...files.flatMap(({ name, content }) => entry(name, Buffer.from(content))), Buffer.alloc(1024)])
}

function entry(name: string, content: Buffer): Buffer[] {
  const long = Buffer.from(`${name}\0`)
  const before = long.length > 100 ? [header('././@LongLink', long.length, 'L'), pad(long)] : []
  return [...before, header(name.slice(0, 99), content.length, '0'), pad(content)]
}

/** The header of a file, with its checksum. */
function header(name: string, size: number, type: string): Buffer {
  const block = Buffer.alloc(512)
  block.write(name)
  block.write('0000644\0', 100)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write(' '.repeat(8), 148)
  block.write(type, 156)
  block.write('ustar\u000000', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

function pad(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((512 - (content.length % 512)) % 512)])
}
