interface DatabaseError {
  code?: string
  constraint?: string
}

/** Whether a statement failed because a unique index (that one, if named) already has the value. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: violated } = (error ?? {}) as DatabaseError
  return code === '23505' && (constraint === undefined || violated === constraint)
}
