/** Features, lowest first: one may import from those before it, through their `public.ts`. */
export const featureRanks = [
  'health',
  'mails',
  'accounts',
  'actor-images',
  'sessions',
  'users',
  'channels',
  'videos',
  'user-admin',
  'captions',
  'views',
  'transcoding',
  'oembed',
  'instance',
  'jobs-admin',
  'web',
] as const
