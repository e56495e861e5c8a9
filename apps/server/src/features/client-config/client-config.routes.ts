import { isInterfaceLocale } from '@sepiola/contract/interface-locales.ts'
import { updateClientInterfaceLanguage, updateClientLanguage } from '@sepiola/contract/operations/client-config.ts'
import { implement } from '#foundation/http/implement.ts'
import { invalidParams } from '#foundation/http/problem.ts'
import { languageCookie } from './language-cookie.ts'

/** Remembers the language of the pages in a cookie; null forgets it (spec 01 §9). The first is what documents name. */
export const clientConfigRoutes = [updateClientLanguage, updateClientInterfaceLanguage].map((operation) =>
  implement(operation, ({ ctx, body: { language }, request, reply }) => {
    if (language !== null && !isInterfaceLocale(language)) {
      const fault = {
        type: 'field',
        value: language,
        msg: 'Not a known locale.',
        path: 'language',
        location: 'body',
      } as const
      throw invalidParams([fault], request.url)
    }
    reply.header('set-cookie', languageCookie(language, ctx.origin))
  }),
)
