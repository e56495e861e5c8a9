/** `{ [name]: [items…], …rest }` as text in pieces, without holding the items. */
export async function* jsonList(
  head: Readonly<Record<string, unknown>>,
  name: string,
  items: AsyncIterable<unknown>,
): AsyncGenerator<string> {
  const members = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
  yield `{\n${members.join('')}${JSON.stringify(name)}: [`
  let separator = '\n'
  for await (const item of items) {
    yield separator + JSON.stringify(item)
    separator = ',\n'
  }
  yield '\n]\n}\n'
}

export async function* jsonObject(value: unknown): AsyncGenerator<string> {
  yield `${JSON.stringify(value, null, 2)}\n`
}
