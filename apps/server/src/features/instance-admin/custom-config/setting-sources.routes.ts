import { getCustomConfigSources } from '@sepiola/contract/operations/sepiola.ts'
import { editablePath } from '#foundation/config/editable-settings.ts'
import { implement } from '#foundation/http/implement.ts'

export const settingSourcesRoutes = [
  implement(getCustomConfigSources, ({ ctx }) => ({
    settings: [...ctx.settings.given()].flatMap(([key, { source, value }]) => {
      const path = editablePath(key)
      return path === undefined ? [] : [{ path, source, value }]
    }),
  })),
]
