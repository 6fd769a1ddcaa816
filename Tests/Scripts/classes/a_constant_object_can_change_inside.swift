class Settings { var volume = 5; var names: [String] = [] }
let settings = Settings()
settings.volume = 8
settings.names.append("x")
settings.names[0] += "y"
print(settings.volume, settings.names)
struct Holder { let settings: Settings }
let holder = Holder(settings: settings)
holder.settings.volume += 1
print(settings.volume)
