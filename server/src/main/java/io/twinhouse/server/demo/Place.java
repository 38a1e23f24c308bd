// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.util.List;

/** Where people are: ten countries, two regions each. */
record Place(
    String country, String region, String city, double latitude, double longitude, String zone) {

  static final List<Place> ALL =
      List.of(
          new Place("US", "CA", "San Francisco", 37.77, -122.42, "America/Los_Angeles"),
          new Place("US", "NY", "New York", 40.71, -74.01, "America/New_York"),
          new Place("DE", "BE", "Berlin", 52.52, 13.4, "Europe/Berlin"),
          new Place("DE", "BY", "München", 48.14, 11.58, "Europe/Berlin"),
          new Place("GB", "ENG", "London", 51.51, -0.13, "Europe/London"),
          new Place("GB", "SCT", "Edinburgh", 55.95, -3.19, "Europe/London"),
          new Place("FR", "IDF", "Paris", 48.86, 2.35, "Europe/Paris"),
          new Place("FR", "OCC", "Toulouse", 43.6, 1.44, "Europe/Paris"),
          new Place("IN", "KA", "Bengaluru", 12.97, 77.59, "Asia/Kolkata"),
          new Place("IN", "MH", "Mumbai", 19.08, 72.88, "Asia/Kolkata"),
          new Place("JP", "13", "東京", 35.68, 139.69, "Asia/Tokyo"),
          new Place("JP", "27", "大阪", 34.69, 135.5, "Asia/Tokyo"),
          new Place("BR", "SP", "São Paulo", -23.55, -46.63, "America/Sao_Paulo"),
          new Place("BR", "RJ", "Rio de Janeiro", -22.91, -43.17, "America/Sao_Paulo"),
          new Place("CA", "ON", "Toronto", 43.65, -79.38, "America/Toronto"),
          new Place("CA", "QC", "Montréal", 45.5, -73.57, "America/Toronto"),
          new Place("AU", "NSW", "Sydney", -33.87, 151.21, "Australia/Sydney"),
          new Place("AU", "VIC", "Melbourne", -37.81, 144.96, "Australia/Melbourne"),
          new Place("NG", "LA", "Lagos", 6.52, 3.38, "Africa/Lagos"),
          new Place("NG", "FC", "Abuja", 9.06, 7.5, "Africa/Lagos"));
}
