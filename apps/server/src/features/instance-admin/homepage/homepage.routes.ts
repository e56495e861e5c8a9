import {
  getCustomPagesHomepageInstance,
  putCustomPagesHomepageInstance,
} from '@sepiola/contract/operations/homepage.ts'
import { instanceChanged } from '#features/instance/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { findHomepage, saveHomepage } from './homepage.sql.ts'

export const homepageRoutes = [
  implement(getCustomPagesHomepageInstance, async ({ ctx }) => {
    const content = await findHomepage(ctx.db)
    if (content === undefined) throw problem(404, 'This server has no homepage of its own.')
    return { content }
  }),

  implement(putCustomPagesHomepageInstance, async ({ ctx, viewer, body }) => {
    const before = await findHomepage(ctx.db)
    const homepage = body.content ?? ''
    await saveHomepage(ctx.db, homepage, ctx.clock.now())
    await instanceChanged(ctx)
    ctx.audit.update(viewer, 'config', { homepage: before ?? null }, { homepage })
  }),
]
