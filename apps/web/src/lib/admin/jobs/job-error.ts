/** What a job says of its failure: one line, and the rest, such as a stack, when there is more. */
export interface JobError {
  message: string
  rest: string
}

export function readJobError(error: unknown): JobError | undefined {
  if (error === null || error === undefined) return undefined
  const text = textOf(error).trim()
  if (text === '') return undefined
  const [message = '', ...rest] = text.split('\n')
  return { message, rest: rest.join('\n').trimEnd() }
}

function textOf(error: unknown): string {
  if (typeof error === 'string') return error
  const { message, stack } = error as { message?: unknown; stack?: unknown }
  if (typeof stack === 'string') {
    return typeof message === 'string' && !stack.includes(message) ? `${message}\n${stack}` : stack
  }
  if (typeof message === 'string') return message
  return JSON.stringify(error, undefined, 2)
}
