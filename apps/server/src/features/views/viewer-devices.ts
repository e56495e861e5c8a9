/** Kinds that players tell (spec 03 §8). */
export const viewerDevices = [
  ...(['console', 'embedded', 'mobile', 'smarttv'] as const),
  ...(['tablet', 'wearable', 'xr', 'desktop'] as const),
] as const
