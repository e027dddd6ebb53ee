import { crc32 } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

interface Chunk {
  type: string;
  data: Buffer;
}

/**
 * PNGs of one size as one animated PNG that shows each for this long, over and over. W3C, PNG (Third Edition), 4.9: the first
 * picture stays as it is for whoever knows no animation; the data of the others go into `fdAT` chunks.
 */
export function animate(pictures: readonly Buffer[], secondsEach: number): Buffer {
  const [first, ...others] = pictures.map(chunksOf);
  const header = first?.find(({ type }) => type === "IHDR");
  if (!first || !header) throw new Error("There is no picture to begin with.");
  if (others.some((each) => !each[0]?.data.equals(header.data))) throw new Error("The pictures are not of one kind.");
  let sequence = 0;
  const control = () => frameControl(sequence++, header.data, secondsEach);
  return Buffer.concat([
    SIGNATURE,
    write(header),
    write({ type: "acTL", data: numbers(pictures.length, 0) }),
    write(control()),
    ...dataOf(first).map((data) => write({ type: "IDAT", data })),
    ...others.flatMap((each) => [
      write(control()),
      ...dataOf(each).map((data) => write({ type: "fdAT", data: Buffer.concat([numbers(sequence++), data]) })),
    ]),
    write({ type: "IEND", data: Buffer.alloc(0) }),
  ]);
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function dataOf(chunks: readonly Chunk[]): Buffer[] {
  return chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data);
}

/** The whole picture, drawn over the last one, for `secondsEach`. */
function frameControl(sequence: number, header: Buffer, secondsEach: number): Chunk {
  const rest = Buffer.alloc(6);
  rest.writeUInt16BE(Math.round(secondsEach * 10), 0);
  rest.writeUInt16BE(10, 2);
  return { type: "fcTL", data: Buffer.concat([numbers(sequence), header.subarray(0, 8), numbers(0, 0), rest]) };
}

function write({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([numbers(data.length), body, numbers(crc32(body))]);
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index);
  return bytes;
}
