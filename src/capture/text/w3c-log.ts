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
  const start = `${cell("date") ?? ""} ${cell("time") ?? ""} ${cell("cs-method") ?? "GET"}`;
  return asked(start, path, cell("cs-uri-query"), status, cell("sc-substatus"));
}

/** The columns that IIS writes unless told otherwise, from the method on. */
const DEFAULT_ROW =
  /^(.{0,120}\b(?:GET|POST|OPTIONS|DELETE|PUT|CONNECT)) (\/\S{0,1000}) (\S{1,2000}) \d{2,5} \S{1,100} [\da-fA-F.:%]{2,60} \S.{0,2000} ([1-5]\d\d) (\d{1,3} \d{1,10}(?: \d{1,10}){0,3})\s?$/;

/** Rows that were pasted without the line that names their columns; any other line stays as it is. */
export function rowsAlone(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const [, start, path, query, status, figures] = DEFAULT_ROW.exec(line) ?? [];
      if (!start || !path || !status) return line;
      // Such a row tells of a connection among others; what IIS's own pages say with 502.5 it does not say.
      return `${asked(start, path, query === "-" ? undefined : query, status)} ${figures}`;
    })
    .join("\n");
}

function asked(start: string, path: string, query: string | undefined, status: string, substatus?: string): string {
  const figures = substatus && substatus !== "0" ? `${status}.${substatus}` : status;
  return `${start} ${query ? `${path}?${query}` : path} HTTP status: ${figures}`;
}
