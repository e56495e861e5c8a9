import { error, redirect } from '@sveltejs/kit'
import type { Component } from 'svelte'
import { findAccountView, type AccountViewProps } from '#lib/account/account-views.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

/** One route for all pages of the account: each route is a line of the script that every visitor loads. */
export const load: PageLoad = async ({ params, parent }) => {
  if (params.path === '') redirect(302, '/my-account/settings')
  const view = findAccountView(params.path)
  if (!view) error(404)
  const { locale } = await parent()
  const [{ default: View }] = await Promise.all([view.load(), loadMessages(locale, ...(view.messages ?? []))])
  // Pages that need none of the properties say so by their type.
  return { View: View as Component<AccountViewProps> }
}
