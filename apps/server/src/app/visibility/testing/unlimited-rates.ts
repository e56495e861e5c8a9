const groups = ['api', 'login', 'feeds', 'well_known', 'activity_pub', 'client', 'download_generate_video']

/** `rates_limit` for tests that ask thousands of times. */
export const unlimitedRates = Object.fromEntries(
  groups.map((group) => [group, { window: '10 seconds', max: 1_000_000 }]),
)
