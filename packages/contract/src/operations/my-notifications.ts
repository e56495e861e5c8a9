import { z } from 'zod'
import { notificationSetting } from '../fields.ts'
import { arrayOf, boolean, integer, object } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { Notification } from '../schemas/notifications.ts'

export const getUsersMeNotifications = operation({
  id: 'getUsersMeNotifications',
  method: 'GET',
  path: '/api/v1/users/me/notifications',
  tag: 'My Notifications',
  summary: "Caller's notifications",
  auth: 'user',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['createdAt', 'read'], '-createdAt'),
      typeOneOf: arrayOf(integer()).optional(),
      unread: boolean().optional(),
    }),
  success: 200,
  response: resultList(Notification),
  in70: true,
})

export const postUsersMeNotificationsRead = operation({
  id: 'postUsersMeNotificationsRead',
  method: 'POST',
  path: '/api/v1/users/me/notifications/read',
  tag: 'My Notifications',
  summary: 'Mark chosen notifications read',
  auth: 'user',
  rateLimit: 'api',
  body: () => object({ ids: z.array(z.int()).min(1) }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const postUsersMeNotificationsReadAll = operation({
  id: 'postUsersMeNotificationsReadAll',
  method: 'POST',
  path: '/api/v1/users/me/notifications/read-all',
  tag: 'My Notifications',
  summary: 'Mark every notification read',
  auth: 'user',
  rateLimit: 'api',
  success: 204,
  in70: true,
})

export const putUsersMeNotificationSettings = operation({
  id: 'putUsersMeNotificationSettings',
  method: 'PUT',
  path: '/api/v1/users/me/notification-settings',
  tag: 'My Notifications',
  summary: 'Set notification channels per event',
  auth: 'user',
  rateLimit: 'api',
  body: () =>
    object({
      abuseAsModerator: notificationSetting(),
      videoAutoBlacklistAsModerator: notificationSetting(),
      newUserRegistration: notificationSetting(),
      newVideoFromSubscription: notificationSetting(),
      blacklistOnMyVideo: notificationSetting(),
      myVideoPublished: notificationSetting(),
      myVideoImportFinished: notificationSetting(),
      commentMention: notificationSetting(),
      newCommentOnMyVideo: notificationSetting(),
      newFollow: notificationSetting(),
      newInstanceFollower: notificationSetting(),
      autoInstanceFollowing: notificationSetting(),
      abuseStateChange: notificationSetting().optional(),
      abuseNewMessage: notificationSetting().optional(),
      newPeerTubeVersion: notificationSetting().optional(),
      newPluginVersion: notificationSetting().optional(),
      myVideoStudioEditionFinished: notificationSetting().optional(),
      myVideoTranscriptionGenerated: notificationSetting().optional(),
    }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})
