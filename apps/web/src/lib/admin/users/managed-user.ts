import type { User } from '@sepiola/contract/schemas/users.ts'
import type { Me } from '#lib/api/types.ts'

export type ManagedUser = User

/** Roles by what they may, as the API numbers them. */
export const roles = [2, 1, 0] as const

/** Administrators act on everybody, moderators on plain users (spec 02 §1). */
export const isInReach = (viewer: Pick<Me, 'role'>, user: Pick<ManagedUser, 'role'>): boolean =>
  viewer.role.id === 0 || user.role.id === 2

/** Nobody bans or deletes root, nor themselves by accident. */
export const isProtected = (viewer: Pick<Me, 'id'>, user: Pick<ManagedUser, 'id' | 'username'>): boolean =>
  user.username === 'root' || user.id === viewer.id

export const mayRemove = (viewer: Pick<Me, 'id' | 'role'>, user: ManagedUser): boolean =>
  isInReach(viewer, user) && !isProtected(viewer, user)
