/** RFC 4180: quoted fields may hold commas, line breaks and doubled quotes. First row names columns. */
export function readCsv(text: string): Record<string, string>[] {
  const [head = [], ...rows] = parseRows(text.replace(/^\ufeff/, ''));
  return rows
    .filter((row) => row.length > 1 || row[0] !== '')
    .map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

// One match is one field with what ends it: a comma, a line break, or the end of the text.
const FIELD = /(?:"([^"]*(?:""[^"]*)*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/y;

function parseRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const at = FIELD.lastIndex;
    const match = FIELD.exec(text);
    if (!match) throw new Error(`not CSV at character ${at}: ${text.slice(at, at + 40)}`);
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push([...row, '']);
  return rows;
}
