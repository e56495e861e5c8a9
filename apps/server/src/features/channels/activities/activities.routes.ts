import { listVideoChannelActivities } from '@sepiola/contract/operations/video-channels.ts'
import { implement } from '#foundation/http/implement.ts'
import { channelOfRequest } from '../access/channel-of-request.ts'
import { activityView } from './activity.view.ts'
import { listActivities } from './list-activities.sql.ts'

const managed = channelOfRequest()

export const activitiesRoute = implement(
  listVideoChannelActivities,
  async ({ ctx, query, request }) => {
    const { total, activities } = await listActivities(ctx.db, { channelId: managed.of(request).id, ...query })
    return { total, data: activities.map((activity) => activityView(ctx.origin, activity)) }
  },
  { before: managed.before },
)
