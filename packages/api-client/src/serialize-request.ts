/** A value outside of JSON bodies. */
export type Scalar = string | number | boolean | null

/** Fills the braces of a path. Slashes of rest parameters (`{path}`) stay. */
export function fillPath(path: string, params: Readonly<Record<string, Scalar | undefined>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new TypeError(`The path parameter "${name}" is missing.`)
    return String(value)
      .split('/')
      .map(encodeURIComponent)
      .join(name === 'path' ? '/' : '%2F')
  })
}

/** Repeats the keys of arrays: `a=1&a=2`. Undefined values are left out. */
export function toQuery(query: Readonly<Record<string, Scalar | readonly Scalar[] | undefined>> = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const item of isList(value) ? value : [value]) search.append(key, String(item))
  }
  const text = search.toString()
  return text && `?${text}`
}

function isList(value: Scalar | readonly Scalar[]): value is readonly Scalar[] {
  return Array.isArray(value)
}

/** Flat fields of `application/x-www-form-urlencoded`. */
export function toUrlForm(body: object): URLSearchParams {
  return new URLSearchParams(toQuery(body as Record<string, Scalar>).slice(1))
}

/** Nested values become bracketed names: `scheduleUpdate[privacy]`, `tags[0]`. Null is the text `null`. */
export function toForm(body: object, files: Readonly<Record<string, Blob | undefined>> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) append(form, name, value)
  for (const [name, file] of Object.entries(files)) if (file) form.append(name, file)
  return form
}

function append(form: FormData, name: string, value: unknown): void {
  if (value === undefined) return
  if (value instanceof Blob) form.append(name, value)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) append(form, `${name}[${key}]`, inner)
  } else form.append(name, String(value as Scalar))
}
