// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './register/accept-registration.ts'
export * from './register/delete-registration.ts'
export * from './register/list-registrations.ts'
export * from './register/register-user.ts'
export * from './register/reject-registration.ts'
export * from './register/request-registration.ts'
export * from './register/resend-email-to-verify-registration.ts'
export * from './register/verify-registration-email.ts'
