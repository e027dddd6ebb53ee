/**
 * IIS's and CloudFront's logs (https://www.w3.org/TR/WD-logfile): a line names the columns, and the address's query and the status stand apart from
 * the address. Each row becomes a line as other servers write it. Null where no line names columns.
 */
export function fromW3c(text: string): string | null {
  if (!/^#Fields: /m.test(text.slice(0, 4000))) return null;
  let names: readonly string[] = [];
  return text
    .split("\n")
    .flatMap((line) => {
      if (line.startsWith("#Fields:")) names = line.trim().split(/\s+/).slice(1);
      return line.startsWith("#") ? [] : [rowOf(line, names)];
    })
    .join("\n");
}

function rowOf(line: string, names: readonly string[]): string {
  const cells = line.trim().split(line.includes("\t") ? "\t" : " ");
  const cell = (name: string) => {
    const value = cells[names.indexOf(name)];
    return value === "-" ? undefined : value;
  };
  const [path, status] = [cell("cs-uri-stem"), cell("sc-status")];
  if (!path || !status || cells.length !== names.length) return line;
  const query = cell("cs-uri-query");
  const substatus = cell("sc-substatus");
  const figures = substatus && substatus !== "0" ? `${status}.${substatus}` : status;
  const address = query ? `${path}?${query}` : path;
  return `${cell("date") ?? ""} ${cell("time") ?? ""} ${cell("cs-method") ?? "GET"} ${address} HTTP status: ${figures}`;
}
