/** What every field has. */
export interface FieldProps {
  /** Path into the form's values, and the API's name of the field. */
  name: string
  label: string
  /** One line of consequence. */
  hint?: string | undefined
  /** Where no form around it says what is wrong. */
  error?: string | undefined
  /** Name of the environment variable that fixes the value: it is shown and cannot be changed. */
  fixed?: string | undefined
}

/** Short values are read out among the changes, long ones are not. */
export function sayShort(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return text.length > 0 && text.length <= 40 && !text.includes('\n') ? text : undefined
}
