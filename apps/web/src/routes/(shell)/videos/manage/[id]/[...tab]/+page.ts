import { error } from '@sveltejs/kit'
import type { Component } from 'svelte'
import { manageTabs, type ManageProps } from '#lib/edit/manage-tabs.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

/** One route for all parts: each route is a line of the script that every visitor loads. */
export const load: PageLoad = async ({ params, parent }) => {
  const path = params.tab.replace(/\/$/, '')
  const tab = manageTabs.find((one) => one.path === path)
  if (!tab) error(404)
  const { locale } = await parent()
  const [{ default: View }] = await Promise.all([tab.load(), loadMessages(locale, 'late', 'table', 'creator')])
  return { View: View as Component<ManageProps>, path, label: tab.label }
}
