import type { Column } from './table.ts'

/** RFC 4180 with a byte order mark, which spreadsheets need to read UTF-8. */
export function toCsv<Row>(columns: readonly Pick<Column<Row>, 'label' | 'text'>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ text }) => text(row)))]
  return '\uFEFF' + lines.map((fields) => fields.map(toField).join(',') + '\r\n').join('')
}

/** What a spreadsheet would run as a formula is made text: names are chosen by strangers. */
function toField(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?[\d.,\s]+$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
