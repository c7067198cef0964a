package dev.orgbench.salesforce;

import java.util.Map;

/** The limits' names in plain words. */
final class LimitNames {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("ActiveScratchOrgs", "Scratch orgs, active"),
            Map.entry("AnalyticsExternalDataSizeMB", "Analytics, external data a day (MB)"),
            Map.entry("ConcurrentAsyncGetReportInstances", "Report results fetched at once"),
            Map.entry("ConcurrentEinsteinDataInsightsStoryCreation", "Einstein data insights made at once"),
            Map.entry("ConcurrentEinsteinDiscoveryStoryCreation", "Einstein Discovery stories made at once"),
            Map.entry("ConcurrentSyncReportRuns", "Synchronous reports at once"),
            Map.entry("DailyAnalyticsDataflowJobExecutions", "Analytics dataflow jobs, daily"),
            Map.entry("DailyAnalyticsUploadedFilesSizeMB", "Analytics uploads, daily (MB)"),
            Map.entry("DailyApiRequests", "API requests, rolling 24 h"),
            Map.entry("DailyAsyncApexExecutions", "Asynchronous Apex, daily"),
            Map.entry("DailyAsyncApexTests", "Asynchronous Apex tests, daily"),
            Map.entry("DailyBulkApiBatches", "Bulk API batches, rolling 24 h"),
            Map.entry("DailyBulkApiRequests", "Bulk API requests, rolling 24 h"),
            Map.entry("DailyBulkV2QueryFileStorageMB", "Bulk query results, rolling 24 h (MB)"),
            Map.entry("DailyBulkV2QueryJobs", "Bulk query jobs, rolling 24 h"),
            Map.entry("DailyDeliveredPlatformEvents", "Platform events delivered, daily"),
            Map.entry("DailyDurableGenericStreamingApiEvents", "Generic streaming events, daily (durable)"),
            Map.entry("DailyDurableStreamingApiEvents", "Streaming events, daily (durable)"),
            Map.entry("DailyEinsteinDataInsightsStoryCreation", "Einstein data insights, daily"),
            Map.entry("DailyEinsteinDiscoveryPredictAPICalls", "Einstein predictions by API, daily"),
            Map.entry("DailyEinsteinDiscoveryPredictionsByCDC", "Einstein predictions by changes, daily"),
            Map.entry("DailyEinsteinDiscoveryOptimizationJobRuns", "Einstein optimisation jobs, daily"),
            Map.entry("DailyEinsteinDiscoveryStoryCreation", "Einstein Discovery stories, daily"),
            Map.entry("DailyFunctionsApiCallLimit", "API calls by functions, daily"),
            Map.entry("DailyGenericStreamingApiEvents", "Generic streaming events, daily"),
            Map.entry("DailyScratchOrgs", "Scratch orgs made, daily"),
            Map.entry("DailyStandardVolumePlatformEvents", "Platform events, standard volume, daily"),
            Map.entry("DailyStreamingApiEvents", "Streaming events, daily"),
            Map.entry("DailyWorkflowEmails", "Workflow e-mails, daily"),
            Map.entry("DataStorageMB", "Data storage (MB)"),
            Map.entry("DurableStreamingApiConcurrentClients", "Streaming clients at once (durable)"),
            Map.entry("FileStorageMB", "File storage (MB)"),
            Map.entry("HourlyAsyncReportRuns", "Asynchronous reports, hourly"),
            Map.entry("HourlyDashboardRefreshes", "Dashboard refreshes, hourly"),
            Map.entry("HourlyDashboardResults", "Dashboard results fetched, hourly"),
            Map.entry("HourlyDashboardStatuses", "Dashboard statuses fetched, hourly"),
            Map.entry("HourlyLongTermIdMapping", "Long-term id mappings, hourly"),
            Map.entry("HourlyManagedContentPublicRequests", "Public content requests, hourly"),
            Map.entry("HourlyODataCallout", "OData callouts, hourly"),
            Map.entry("HourlyPublishedPlatformEvents", "Platform events published, hourly"),
            Map.entry(
                    "HourlyPublishedStandardVolumePlatformEvents",
                    "Platform events published, standard volume, hourly"),
            Map.entry("HourlyShortTermIdMapping", "Short-term id mappings, hourly"),
            Map.entry("HourlySyncReportRuns", "Synchronous reports, hourly"),
            Map.entry("HourlyTimeBasedWorkflow", "Workflow time triggers, hourly"),
            Map.entry("MassEmail", "Mass e-mails, daily"),
            Map.entry("MonthlyEinsteinDiscoveryStoryCreation", "Einstein Discovery stories, monthly"),
            Map.entry("MonthlyPlatformEvents", "Platform events delivered, monthly"),
            Map.entry("MonthlyPlatformEventsUsageEntitlement", "Platform events entitlement, monthly"),
            Map.entry("Package2VersionCreates", "Package versions made, daily"),
            Map.entry("Package2VersionCreatesWithoutValidation", "Package versions without validation, daily"),
            Map.entry("PermissionSets", "Permission sets"),
            Map.entry("CreateCustom", "Custom ones"),
            Map.entry("PlatformEventTriggersWithParallelProcessing", "Event triggers with parallel processing"),
            Map.entry("PrivateConnectOutboundCalloutHourlyLimitMB", "Private Connect callouts, hourly (MB)"),
            Map.entry("PublishCallbackUsageInApex", "Publish callbacks in Apex"),
            Map.entry("SingleEmail", "Single e-mails, daily"),
            Map.entry("StreamingApiConcurrentClients", "Streaming clients at once"));

    private LimitNames() {}

    static String label(String name) {
        return LABELS.getOrDefault(name, name);
    }
}
