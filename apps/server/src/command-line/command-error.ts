/** What a command says instead of doing its work: the cause and the next step. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** The command was called in a wrong way. */
export class UsageError extends CommandError {
  override name = 'UsageError'
}
