import { getAbout, getConfig } from '@sepiola/contract/operations/config.ts'
import { implement } from '#foundation/http/implement.ts'
import { publicAbout, publicConfig } from './public-config.ts'

export const configRoutes = [
  implement(getConfig, ({ ctx, request }) => publicConfig(ctx, request.ip)),
  implement(getAbout, ({ ctx }) => publicAbout(ctx)),
]
