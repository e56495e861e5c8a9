import type { ServerConfig } from '@sepiola/contract/schemas/server-config.ts'

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
}

const defaultIcons = [192, 512].map((side) => ({
  src: `/client/assets/images/icon-${side}.png`,
  sizes: `${side}x${side}`,
  type: 'image/png',
}))

/** The web application manifest (spec 09 §9): icons from the instance's avatars, else our own. */
export function manifestView({ instance }: Pick<ServerConfig, 'instance'>) {
  const icons = instance.avatars.map(({ fileUrl, width, height }) => ({
    src: fileUrl,
    sizes: `${width}x${height}`,
    type: types[fileUrl.split('.').at(-1)!] ?? 'image/png',
  }))
  return {
    name: instance.name,
    short_name: instance.name,
    description: instance.shortDescription,
    start_url: '/',
    display: 'standalone',
    background_color: '#fff',
    theme_color: '#fff',
    icons: icons.length > 0 ? icons : defaultIcons,
  }
}
