/** Features, lowest first: one may import from those before it, through their `public.ts`. */
export const featureRanks = [
  'health',
  'mails',
  'accounts',
  'sessions',
  'users',
  'channels',
  'videos',
  'captions',
  'views',
  'transcoding',
  'oembed',
  'instance',
  'jobs-admin',
  'web',
] as const
