/** Where the application is, as the settings say it (`client.open_in_app`). */
interface AppPlace {
  enabled: boolean
  host: string
  scheme: string
  /** Its page in a shop, for who does not have it. */
  fallbackUrl: string
}

export interface OpenInApp {
  android: { intent: AppPlace }
  ios: AppPlace
}

export interface AppLink {
  href: string
  /** To go to when nothing has opened; Android does so by itself. */
  fallback?: string
}

export type Phone = 'android' | 'ios'

export function phoneOf(userAgent: string): Phone | undefined {
  if (/android/i.test(userAgent)) return 'android'
  return /iphone|ipad|ipod/i.test(userAgent) ? 'ios' : undefined
}

/** Opens this page in the application: its path, and the server that it is on. */
export function appLink(
  settings: OpenInApp,
  phone: Phone,
  page: Pick<URL, 'host' | 'pathname' | 'search'>,
): AppLink | undefined {
  const { enabled, host, scheme, fallbackUrl } = phone === 'android' ? settings.android.intent : settings.ios
  if (!enabled || !/^[a-z][a-z\d+.-]*$/i.test(scheme) || /^(javascript|data)$/i.test(scheme)) return undefined
  const search = new URLSearchParams(page.search)
  search.set('host', page.host)
  const place = `//${host}${page.pathname}?${search.toString()}`
  const shop = /^https?:\/\//.test(fallbackUrl) ? fallbackUrl : undefined
  if (phone === 'ios') return { href: `${scheme}:${place}`, ...(shop && { fallback: shop }) }
  const otherwise = shop ? `S.browser_fallback_url=${encodeURIComponent(shop)};` : ''
  return { href: `intent:${place}#Intent;scheme=${scheme};${otherwise}end` }
}

/** What the application shows, too. */
export const isForApp = (path: string): boolean =>
  /^\/(?:$|home$|search$|[wac]\/|videos\/(?:browse|overview|subscriptions)$)/.test(path)
