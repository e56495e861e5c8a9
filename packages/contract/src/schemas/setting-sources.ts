import { z } from 'zod'
import { define } from '../operation.ts'

export const SettingSources = define(() =>
  z.strictObject({
    settings: z.array(
      z.strictObject({
        /** Dotted, as in `ServerConfigCustom`: `signup.requiresApproval`. */
        path: z.string(),
        /** File or variable. */
        source: z.string(),
        /** What it says there; in force unless it was changed while the server ran. */
        value: z.unknown(),
      }),
    ),
  }),
)
