const administrator = 0

/** Where a person comes after signing in: an administrator who never saw the set-up sees it, unless on the way elsewhere. */
export function firstPage(me: { role: { id: number }; noWelcomeModal?: boolean }, next: string): string {
  const isNew = me.role.id === administrator && me.noWelcomeModal === false
  return isNew && next === '/' ? '/admin/settings/setup' : next
}
