import { defineFeature } from '#foundation/feature.ts'
import { deleteExpiredLinks } from './links/account-link.sql.ts'
import { emailJob } from './send/email.job.ts'

const hour = 3_600_000

export const mailsFeature = defineFeature({
  name: 'mails',
  jobs: [emailJob],
  schedules: [
    {
      name: 'mails/delete-expired-links',
      every: () => hour,
      run: (ctx) => deleteExpiredLinks(ctx.db, ctx.clock.now()),
    },
  ],
})
