import { error } from '@sveltejs/kit'
import type { Component } from 'svelte'
import { findLibraryView, type LibraryViewProps } from '#lib/creator/library-views.ts'
import { loadMessages } from '#lib/i18n/locales.ts'
import type { PageLoad } from './$types'

/** One route for all pages of the library: each route is a line of the script that every visitor loads. */
export const load: PageLoad = async ({ params, parent }) => {
  const found = findLibraryView(params.path)
  if (!found) error(404)
  const { locale } = await parent()
  const [{ default: View }] = await Promise.all([
    found.view.load(),
    loadMessages(locale, 'late', 'table', 'creator', 'library', 'moderation'),
  ])
  // Pages that need none of the properties say so by their type.
  return {
    View: View as Component<LibraryViewProps>,
    title: found.view.title,
    headed: found.view.headed !== false,
    parts: found.parts,
  }
}
