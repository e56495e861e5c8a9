import {
  acceptRegistration,
  deleteRegistration,
  listRegistrations as listOperation,
  rejectRegistration,
} from '@sepiola/contract/operations/register.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { deleteRegistrationRow, listRegistrations } from '../registration.sql.ts'
import { registrationView } from '../registration.view.ts'
import { answerRequest, auditedRegistration } from './answer-registration.ts'

const listRoute = implement(listOperation, async ({ ctx, query }) => {
  const { total, registrations } = await listRegistrations(ctx.db, query)
  return { total, data: registrations.map(registrationView) }
})

const acceptRoute = implement(acceptRegistration, ({ ctx, viewer, params, body }) =>
  answerRequest(ctx, viewer, params.registrationId, { accepted: true, ...body }),
)

const rejectRoute = implement(rejectRegistration, ({ ctx, viewer, params, body }) =>
  answerRequest(ctx, viewer, params.registrationId, { accepted: false, ...body }),
)

const deleteRoute = implement(deleteRegistration, async ({ ctx, viewer, params }) => {
  const deleted = await deleteRegistrationRow(ctx.db, params.registrationId)
  if (!deleted) throw problem(404, 'Registration not found')
  ctx.audit.delete(viewer, 'users', auditedRegistration(deleted))
})

export const moderateRoutes = [listRoute, acceptRoute, rejectRoute, deleteRoute]
