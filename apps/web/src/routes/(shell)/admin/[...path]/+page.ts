import { error, redirect } from '@sveltejs/kit'
import type { Component } from 'svelte'
import { loadMessages } from '#lib/i18n/locales.ts'
import { findAdminView, type AdminViewProps } from '#lib/admin/admin-views.ts'
import type { PageLoad } from './$types'

/** One route for all pages of the administration: each route is a line of the script that every visitor loads. */
export const load: PageLoad = async ({ params, parent }) => {
  if (/^settings(?:\/config)?\/?$/.test(params.path)) redirect(302, '/admin/settings/config/information')
  const found = findAdminView(params.path)
  if (!found) error(404)
  const { locale } = await parent()
  const [{ default: View }] = await Promise.all([
    found.view.load(),
    loadMessages(locale, ...(found.view.messages ?? [])),
  ])
  // Pages that need none of the properties say so by their type.
  return {
    View: View as Component<AdminViewProps>,
    title: found.view.title,
    headed: found.view.headed !== false,
    id: found.id,
  }
}
