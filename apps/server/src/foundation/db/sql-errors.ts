interface DatabaseError {
  code?: string
  constraint?: string
}

/** Whether a statement failed because a unique index (that one, if named) already has the value. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: violated } = (error ?? {}) as DatabaseError
  return code === '23505' && (constraint === undefined || violated === constraint)
}

/** Whether a statement failed because a row that it refers to is gone. */
export function isMissingReference(error: unknown): boolean {
  return ((error ?? {}) as DatabaseError).code === '23503'
}
