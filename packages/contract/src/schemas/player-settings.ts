import { z } from 'zod'
import { define, type Infer } from '../operation.ts'

export const PlayerVideoSettings = define(() =>
  z.strictObject({
    theme: z.enum(['channel-default', 'instance-default', 'galaxy', 'lucide']),
  }),
)
export type PlayerVideoSettings = Infer<typeof PlayerVideoSettings>

export const PlayerChannelSettings = define(() =>
  z.strictObject({
    theme: z.enum(['instance-default', 'galaxy', 'lucide']),
  }),
)
export type PlayerChannelSettings = Infer<typeof PlayerChannelSettings>
