import { z } from 'zod'
import { nsfwPolicies } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { date } from './common.ts'
import { UserNotificationSettings } from './users.ts'

// Files of an account's archive (spec 02 §4.1); null = none, as in the database.

export const ImageExportJSON = define(() =>
  z.strictObject({
    width: z.number().nullable(),
    height: z.number().nullable(),
    url: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
  }),
)
export type ImageExportJSON = Infer<typeof ImageExportJSON>

export const AccountExportJSON = define(() =>
  z.strictObject({
    url: z.string(),
    name: z.string(),
    displayName: z.string(),
    description: z.string().nullable(),
    updatedAt: z.string(),
    createdAt: z.string(),
    avatars: z.array(ImageExportJSON()),
    archiveFiles: z.strictObject({
      avatar: z.string().nullable(),
    }),
  }),
)
export type AccountExportJSON = Infer<typeof AccountExportJSON>

export const AutoTagPoliciesJSON = define(() =>
  z.strictObject({
    reviewComments: z.array(
      z.strictObject({
        name: z.string(),
      }),
    ),
  }),
)
export type AutoTagPoliciesJSON = Infer<typeof AutoTagPoliciesJSON>

export const BlocklistExportJSON = define(() =>
  z.strictObject({
    instances: z.array(
      z.strictObject({
        host: z.string(),
      }),
    ),
    actors: z.array(
      z.strictObject({
        handle: z.string(),
      }),
    ),
  }),
)
export type BlocklistExportJSON = Infer<typeof BlocklistExportJSON>

export const ChannelExportJSON = define(() =>
  z.strictObject({
    channels: z.array(
      z.strictObject({
        url: z.string(),
        name: z.string(),
        displayName: z.string(),
        description: z.string().nullable(),
        support: z.string().nullable(),
        publicEmail: z.string().nullable(),
        updatedAt: z.string(),
        createdAt: z.string(),
        avatars: z.array(ImageExportJSON()),
        banners: z.array(ImageExportJSON()),
        playerSettings: z
          .strictObject({
            theme: z.enum(['instance-default', 'galaxy', 'lucide']),
          })
          .optional(),
        archiveFiles: z.strictObject({
          avatar: z.string().nullable(),
          banner: z.string().nullable(),
        }),
      }),
    ),
  }),
)
export type ChannelExportJSON = Infer<typeof ChannelExportJSON>

export const CommentsExportJSON = define(() =>
  z.strictObject({
    comments: z.array(
      z.strictObject({
        url: z.string(),
        text: z.string(),
        createdAt: z.string(),
        videoUrl: z.string(),
        inReplyToCommentUrl: z.string().optional(),
        archiveFiles: z.undefined().optional(),
      }),
    ),
  }),
)
export type CommentsExportJSON = Infer<typeof CommentsExportJSON>

export const DislikesExportJSON = define(() =>
  z.strictObject({
    dislikes: z.array(
      z.strictObject({
        videoUrl: z.string(),
        createdAt: z.string(),
        archiveFiles: z.undefined().optional(),
      }),
    ),
  }),
)
export type DislikesExportJSON = Infer<typeof DislikesExportJSON>

export const FollowersExportJSON = define(() =>
  z.strictObject({
    followers: z.array(
      z.strictObject({
        handle: z.string(),
        createdAt: z.string(),
        targetHandle: z.string(),
        archiveFiles: z.undefined().optional(),
      }),
    ),
  }),
)
export type FollowersExportJSON = Infer<typeof FollowersExportJSON>

export const FollowingExportJSON = define(() =>
  z.strictObject({
    following: z.array(
      z.strictObject({
        handle: z.string(),
        targetHandle: z.string(),
        createdAt: z.string(),
        archiveFiles: z.undefined().optional(),
      }),
    ),
  }),
)
export type FollowingExportJSON = Infer<typeof FollowingExportJSON>

export const LikesExportJSON = define(() =>
  z.strictObject({
    likes: z.array(
      z.strictObject({
        videoUrl: z.string(),
        createdAt: z.string(),
        archiveFiles: z.undefined().optional(),
      }),
    ),
  }),
)
export type LikesExportJSON = Infer<typeof LikesExportJSON>

export const UserSettingsExportJSON = define(() =>
  z.strictObject({
    email: z.string(),
    nsfwPolicy: z.enum(nsfwPolicies),
    nsfwFlagsDisplayed: z.int(),
    nsfwFlagsHidden: z.int(),
    nsfwFlagsWarned: z.int(),
    nsfwFlagsBlurred: z.int(),
    autoPlayVideo: z.boolean(),
    autoPlayNextVideo: z.boolean(),
    autoPlayNextVideoPlaylist: z.boolean(),
    p2pEnabled: z.boolean(),
    videosHistoryEnabled: z.boolean(),
    videoLanguages: z.array(z.string()).nullable(),
    language: z.string().nullable(),
    theme: z.string(),
    createdAt: date(),
    notificationSettings: UserNotificationSettings(),
    archiveFiles: z.undefined().optional(),
  }),
)
export type UserSettingsExportJSON = Infer<typeof UserSettingsExportJSON>

export const UserVideoHistoryExportJSON = define(() =>
  z.strictObject({
    watchedVideos: z.array(
      z.strictObject({
        videoUrl: z.string(),
        lastTimecode: z.number(),
        createdAt: z.string(),
        updatedAt: z.string(),
        archiveFiles: z.undefined().optional(),
      }),
    ),
  }),
)
export type UserVideoHistoryExportJSON = Infer<typeof UserVideoHistoryExportJSON>

export const VideoFileExportJSON = define(() =>
  z.strictObject({
    resolution: z.number(),
    size: z.number(),
    fps: z.number(),
    torrentUrl: z.string().nullable(),
    fileUrl: z.string().nullable(),
  }),
)
export type VideoFileExportJSON = Infer<typeof VideoFileExportJSON>

export const VideoExportJSON = define(() =>
  z.strictObject({
    videos: z.array(
      z.strictObject({
        uuid: z.string(),
        createdAt: z.string(),
        updatedAt: z.string(),
        publishedAt: z.string(),
        originallyPublishedAt: z.string().nullable(),
        firstPublishedAt: z.string().nullable(),
        name: z.string(),
        category: z.number().nullable(),
        licence: z.number().nullable(),
        language: z.string().nullable(),
        tags: z.array(z.string()),
        privacy: z.int(),
        passwords: z.array(z.string()),
        duration: z.number(),
        description: z.string().nullable(),
        support: z.string().nullable(),
        isLive: z.boolean(),
        live: z
          .strictObject({
            saveReplay: z.boolean(),
            permanentLive: z.boolean(),
            latencyMode: z.int(),
            dvrWindow: z.number().optional(),
            streamKey: z.string().nullable(),
            replaySettings: z
              .strictObject({
                privacy: z.int(),
              })
              .optional(),
            schedules: z
              .array(
                z.strictObject({
                  startAt: z.string(),
                }),
              )
              .optional(),
          })
          .optional(),
        url: z.string(),
        thumbnailUrl: z.string().nullable(),
        previewUrl: z.string().nullable(),
        thumbnails: z.array(ImageExportJSON()),
        views: z.number(),
        likes: z.number(),
        dislikes: z.number(),
        nsfw: z.boolean(),
        nsfwFlags: z.int(),
        nsfwSummary: z.string().nullable(),
        commentsPolicy: z.int(),
        downloadEnabled: z.boolean(),
        channel: z.strictObject({
          name: z.string(),
        }),
        waitTranscoding: z.boolean(),
        state: z.int(),
        captions: z.array(
          z.strictObject({
            createdAt: z.string(),
            updatedAt: z.string(),
            language: z.string(),
            filename: z.string(),
            fileUrl: z.string(),
            automaticallyGenerated: z.boolean(),
          }),
        ),
        chapters: z.array(
          z.strictObject({
            timecode: z.number(),
            title: z.string(),
          }),
        ),
        files: z.array(VideoFileExportJSON()),
        streamingPlaylists: z.array(
          z.strictObject({
            type: z.int(),
            playlistUrl: z.string(),
            segmentsSha256Url: z.string().nullable(),
            files: z.array(VideoFileExportJSON()),
          }),
        ),
        source: z
          .strictObject({
            inputFilename: z.string(),
            resolution: z.number().nullable(),
            size: z.number().nullable(),
            width: z.number().nullable(),
            height: z.number().nullable(),
            fps: z.number().nullable(),
            metadata: z.unknown(),
          })
          .optional(),
        playerSettings: z
          .strictObject({
            theme: z.enum(['channel-default', 'instance-default', 'galaxy', 'lucide']),
          })
          .optional(),
        videoEmbedPrivacy: z.strictObject({
          policy: z.int(),
          domains: z.array(z.string()),
        }),
        archiveFiles: z.strictObject({
          videoFile: z.string().nullable(),
          thumbnail: z.string().nullable(),
          captions: z.record(z.string(), z.string()),
        }),
      }),
    ),
  }),
)
export type VideoExportJSON = Infer<typeof VideoExportJSON>

export const VideoPlaylistsExportJSON = define(() =>
  z.strictObject({
    videoPlaylists: z.array(
      z.strictObject({
        displayName: z.string(),
        description: z.string().nullable(),
        privacy: z.int(),
        url: z.string(),
        uuid: z.string(),
        type: z.int(),
        channel: z
          .strictObject({
            name: z.string(),
          })
          .nullable(),
        createdAt: z.string(),
        updatedAt: z.string(),
        thumbnailUrl: z.string().nullable(),
        thumbnails: z.array(ImageExportJSON()),
        elements: z.array(
          z.strictObject({
            videoUrl: z.string(),
            startTimestamp: z.number().optional(),
            stopTimestamp: z.number().optional(),
          }),
        ),
        archiveFiles: z.strictObject({
          thumbnail: z.string().nullable(),
        }),
      }),
    ),
  }),
)
export type VideoPlaylistsExportJSON = Infer<typeof VideoPlaylistsExportJSON>

export const WatchedWordsListsJSON = define(() =>
  z.strictObject({
    watchedWordLists: z.array(
      z.strictObject({
        createdAt: z.string(),
        updatedAt: z.string(),
        listName: z.string(),
        words: z.array(z.string()),
        archiveFiles: z.undefined().optional(),
      }),
    ),
  }),
)
export type WatchedWordsListsJSON = Infer<typeof WatchedWordsListsJSON>
