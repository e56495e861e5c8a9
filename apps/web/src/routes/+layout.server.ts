import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals, platform }) => ({
  config: locals.config,
  locale: locals.locale,
  origin: platform?.origin ?? '',
})
