/** What somebody recognises of a User-Agent; empty where it says nothing. */
export interface Device {
  browser: string
  system: string
  handheld: boolean
}

export async function nameDevice(userAgent: string | null): Promise<Device> {
  if (!userAgent) return { browser: '', system: '', handheld: false }
  // Only lists of sessions need it.
  const { default: Bowser } = await import('bowser')
  const { browser, os, platform } = Bowser.parse(userAgent)
  // Programs call themselves `name/1.2`.
  const program = /^[\w.-]{2,40}(?=\/|$)/.exec(userAgent)?.[0] ?? ''
  const handheld = platform.type === 'mobile' || platform.type === 'tablet'
  return { browser: browser.name || (program === 'Mozilla' ? '' : program), system: os.name ?? '', handheld }
}
