import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAdminPage, mayOpen } from './admin-access.ts'

const pages = [
  { href: '/admin', right: 'MANAGE_USERS', below: '' },
  { href: '/admin/overview/users/list', right: 'MANAGE_USERS', below: '/admin/overview/users' },
  { href: '/admin/settings/system/jobs', right: 'MANAGE_JOBS' },
] as const

test('an address belongs to the page that it is below, never to the dashboard by chance', () => {
  const hrefOf = (path: string) => findAdminPage(pages, path)?.href
  assert.equal(hrefOf('/admin/'), '/admin')
  assert.equal(hrefOf('/admin/overview/users/update/7'), '/admin/overview/users/list')
  assert.equal(hrefOf('/admin/settings/system/jobs'), '/admin/settings/system/jobs')
  assert.equal(hrefOf('/admin/settings/system/jobs-of-yore'), undefined)
  assert.equal(hrefOf('/admin/unknown'), undefined)
})

test('a moderator opens what moderators may, somebody else nothing', () => {
  const open = (role: number) => pages.filter((page) => mayOpen(role, page)).map(({ href }) => href)
  assert.deepEqual(open(0).length, 3)
  assert.deepEqual(open(1), ['/admin', '/admin/overview/users/list'])
  assert.deepEqual(open(2), [])
})
