/** What a job says of its failure: one line, and the rest, such as a stack, when there is more. */
export interface JobError {
  message: string
  rest: string
}

export function readJobError(error: unknown): JobError | undefined {
  if (error === null || error === undefined) return undefined
  const { message: told, stack } = error as { message?: unknown; stack?: unknown }
  if (typeof told === 'string' && typeof stack === 'string') return { message: told, rest: placeOf(told, stack) }
  const text = textOf(error).trim()
  if (text === '') return undefined
  const [message = '', ...rest] = text.split('\n')
  return { message, rest: rest.join('\n').trimEnd() }
}

function textOf(error: unknown): string {
  if (typeof error === 'string') return error
  const { message, stack } = error as { message?: unknown; stack?: unknown }
  if (typeof stack === 'string') return stack
  if (typeof message === 'string') return message
  return JSON.stringify(error, undefined, 2)
}

/** A stack without the line that repeats the message. */
function placeOf(message: string, stack: string): string {
  const [first = '', ...rest] = stack.split('\n')
  return (first.includes(message) ? rest.join('\n') : stack).trimEnd()
}
