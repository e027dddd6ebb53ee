/** gzip, ZIP, zlib at each of its levels, zstd, xz, bzip2: what such bytes begin with. */
const HEADS = [
  "\u001f\u008b\b",
  "PK\u0003\u0004",
  "x\u0001",
  "x\u005e",
  "x\u009c",
  "x\u00da",
  "(\u00b5/\u00fd",
  "\u00fd7zX",
  "BZh",
];
/** A multiple of four letters that holds the longest head. */
const LETTERS = 8;

/** Is this base64 of something compressed? Nobody sees what is in it, so it goes as a whole. */
export function isPacked(base64: string): boolean {
  const letters = base64.slice(0, LETTERS).replace(/-/g, "+").replace(/_/g, "/");
  if (!/^[A-Za-z0-9+/]{8}$/.test(letters)) return false;
  const bytes = atob(letters);
  return HEADS.some((head) => bytes.startsWith(head));
}
