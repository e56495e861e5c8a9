import type { PageLoad } from './$types'

export const load: PageLoad = ({ url }) => {
  const next = url.searchParams.get('next') ?? '/'
  // Only addresses of this site.
  return { next: /^\/(?![/\\])/.test(next) ? next : '/' }
}
